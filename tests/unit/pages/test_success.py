"""What the words of a page say of success."""

import pytest

from qiyue.pages.success import is_failure, is_success, is_success_label, success_values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0:成功,其他见错误码", ["0"]),
        ('成功时为 "0"', ["0"]),
        ("成功时返回 SUCCESS, 失败 FAIL", ["SUCCESS"]),
        ("返回0为正常", ["0"]),
        ("返回码,0000:交易成功", ["0000"]),
        ("等于0时成功", ["0"]),
        ("1成功0失败", ["1"]),
        ("1:成功,0:失败", ["1"]),
        ("0-失败 1-成功", ["1"]),
        ("0 - 成功; 非0 - 失败", ["0"]),
        ("0=正常 1=异常", ["0"]),
        ("2:部分成功 1:成功", ["1"]),
        ("0:成功 200:成功", ["0", "200"]),
        ("true:成功 false:失败", ["true"]),
        ("0 means success", ["0"]),
        ("`0` on success, else an error", ["0"]),
        ("0 if the call is successful", ["0"]),
        ("success: 0, failure: 1", ["0"]),
        ("0: unsuccessful, 1: successful", ["1"]),
        ('"SUCCESS" means success', ["SUCCESS"]),
        ("0:不成功", []),
        ("0:成功/失败", []),
        ("0成功率", []),
        ("非0失败", []),
        ("是否成功", []),
        ("code is success", []),
        ("API success", []),
        ("0 not successful", []),
        ("状态:0-停业 1-营业", []),
    ],
)
def test_the_values_of_a_field_that_mean_success(text: str, values: list[str]) -> None:
    assert success_values(text) == tuple(values)


GOOD = ("成功", "操作成功", "正常", "OK", "Success.", "返回OK", "请求成功,返回数据", "The call was successful")
FAILED = ("签名错误", "操作失败", "Invalid key", "Loading failed")
NEITHER = (
    "不成功",
    "未成功",
    "部分成功",
    "状态不正常",
    "订单已成功支付",
    "unsuccessful",
    "not ok",
    "Token expired",
    "Bookish",
)


@pytest.mark.parametrize("words", [*GOOD, *FAILED, *NEITHER])
def test_the_words_beside_a_code(words: str) -> None:
    assert (is_success(words), is_failure(words)) == (words in GOOD, words in FAILED)


@pytest.mark.parametrize(
    ("label", "good"),
    [("返回示例(成功)", True), ("200 OK", True), ("正常返回", True), ("返回示例", False), ("不成功的返回", False)],
)
def test_the_label_of_a_sample(label: str, good: bool) -> None:
    assert is_success_label(label) is good


def test_a_long_text_is_read_in_bounded_time() -> None:
    assert success_values("0 " * 200_000) == success_values("成功" * 200_000) == ()
