"""The words that pages are written with: what the heads of columns mean, types, flags, methods, labels.

A vocabulary of two languages; it knows no vendor. Words are looked up casefolded and without white space.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

METHODS: Final = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS".split())


class Role(StrEnum):
    """What a column of a table holds; the values are those of ``Fact.what`` where there is one."""

    NAME = "name"
    TYPE = "type"
    REQUIRED = "required"
    OPTIONAL = "optional"
    MEANING = "meaning"
    LENGTH = "length"
    DEFAULT = "default"
    EXAMPLE = "example"
    ENUM = "enum"
    CODE = "code"
    REMEDY = "remedy"
    CALL = "call"
    METHOD = "method"
    PATH = "path"
    PLACE = "in"
    FORMAT = "format"
    RULES = "rules"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"


NAMING: Final = frozenset({Role.NAME, Role.CODE, Role.CALL, Role.PATH})
"""Columns that name their row."""

_COLUMNS: Final = """
name      参数名 参数名称 参数 参数代码 参数标识 字段 字段名 字段名称 字段代码 字段标识 变量 变量名 属性 属性名 键
          键名 请求头 请求头名称 头部 英文名 英文名称 标识 元素 元素名 栏位 栏位名称 栏位名 入参 出参
          参数英文名 字段英文名
          header headername key name field fieldname
          parameter parametername param property attribute variable argument
type      类型 字段类型 参数类型 数据类型 属性类型 变量类型 值类型 格式类型 型别 型态 资料型态 资料类型 栏位类型
          type datatype fieldtype
required  必填 是否必填 必选 是否必选 必须 是否必须 必需 是否必需 必传 是否必传 必要 必填项 必输 是否必输
          是否必要 是否必需项 是否必须项 需要 是否需要 必填? 是否必填?
          required required? mandatory isrequired m/o requirement requirements presence
optional  可选 是否可选 是否可空 可空 允许为空 是否为空 能否为空 是否可缺省 optional nullable
meaning   说明 描述 字段描述 字段说明 字段含义 参数说明 参数描述 参数含义 含义 备注 注释 解释 名称描述 名称及描述 名称
          功能描述 功能 功能说明 用途 中文名 中文名称 中文含义 错误信息 错误描述 错误说明 错误原因 错误含义 状态说明
          返回信息 提示信息 错误消息 消息 原因 释义 description desc meaning notes note remark remarks comment comments
          message errormessage reason details explanation summary title purpose
length    长度 长度限制 最大长度 字段长度 参数长度 数据长度 length maxlength maxlen max.length size
default   默认值 默认 缺省值 缺省 预设值 预设 default defaultvalue
example   示例 示例值 样例 例子 举例 参考值 样例值 取值示例 值 example examplevalue sample samplevalue value
enum      可选值 取值范围 枚举值 取值 枚举 值域 取值说明 允许值 values allowedvalues enum enumeration
          possiblevalues options range
code      错误码 错误代码 错误编码 错误编号 状态码 返回码 返回代码 响应码 响应代码 结果码 业务码 编码 代码
          http状态码 http码
          code errorcode statuscode status returncode responsecode resultcode error httpstatus httpcode
remedy    处理建议 解决方案 解决办法 解决方法 处理方式 处理方法 处理办法 建议 应对措施 排查建议 处理措施
          solution solutions action remedy resolution howtofix fix whattodo
call      接口名 接口名称 接口 接口方法 接口代码 接口编码 方法名 操作 服务 服务名 api apiname operation service
method    方法 请求方式 请求方法 http方法 提交方式 调用方式 请求类型 method httpmethod verb
path      路径 地址 接口地址 请求地址 请求路径 请求url 接口url 接口路径 url path endpoint uri route
in        位置 参数位置 传参方式 传参位置 参数类别 in location
format    格式 数据格式 格式要求 format pattern
rules     验证条件 验证规则 校验规则 校验 校验条件 规则 验证 rules rule validation validations constraints constraint
minimum   最小值 min minimum
maximum   最大值 max maximum
"""


def vocabulary(text: str) -> dict[str, str]:
    """Read a vocabulary: what words mean stands before them; a line that begins with a space goes on."""
    found, meaning = {}, ""
    for line in text.strip().splitlines():
        first, *rest = line.split()
        meaning, words = (meaning, [first, *rest]) if line.startswith(" ") else (first, rest)
        found.update(dict.fromkeys(words, meaning))
    return found


COLUMNS: Final[Mapping[str, Role]] = {word: Role(role) for word, role in vocabulary(_COLUMNS).items()}
_LONGEST: Final = max(map(len, COLUMNS))

TYPES: Final[Mapping[str, str]] = vocabulary("""
string   string str text varchar char nvarchar character date datetime time timestamp uuid guid enum url uri email json
         xml base64 localdate localdatetime jsonstring 字符串 字符 文本 字符型 日期 时间 日期时间 枚举 字串
integer  integer int long short bigint int32 int64 byte tinyint smallint uint uint32 uint64 biginteger
         整数 整型 长整型 整形 长整数
number   number decimal double float bigdecimal numeric money amount real 数字 数值 小数 浮点 浮点型 浮点数 金额 数值型
boolean  布林 布林值 boolean bool bit 布尔 布尔值 布尔型 布尔类型
object   物件 object map dict struct jsonobject hash hashmap 对象 结构体 字典
array    阵列 array list set collection jsonarray arraylist vector 数组 列表 集合 对象数组 数组对象 字符串数组
file     file multipartfile binary blob stream 文件 附件 二进制 文件流
null     null void none
""")

TYPE: Final = (
    r"(?:{words})(?:型|类型)?(?:\s?\(\s?\d+(?:\s?,\s?\d+)?\s?\)|\s?<[^<>\n]{{1,60}}(?:<[^<>\n]{{1,40}}>)?>|(?:\s?\[\])+"
    r"|\[[A-Za-z ]{{1,30}}\]|\s?\((?!\d)[A-Za-z0-9 ]{{1,20}}\))?"
).format(words="|".join(sorted(map(re.escape, TYPES), key=len, reverse=True)))
"""One type as pages write it: ``string``, ``varchar(64)``, ``List<Order>``, ``string[]``."""

_TYPE: Final = re.compile(rf"\s*({TYPE})\s*", re.IGNORECASE)
_TYPE_WORD: Final = re.compile("|".join(sorted(map(re.escape, TYPES), key=len, reverse=True)), re.IGNORECASE)

_FLAGS: Final = vocabulary("""
true   是 true y yes 必填 必须 必选 必需 必传 required m mandatory √ ✓ ✔ ✅ 1 必输 需要 ● ☑
false  否 false n no 非必填 选填 可选 非必须 非必选 不必填 optional o × ✗ ✘ ❌ 0 - —
       非必传 不需要 可不填 可空 ☐ 非必需 选传
""")
FLAGS: Final[Mapping[str, bool]] = {word: said == "true" for word, said in _FLAGS.items()}
FLAG: Final = re.compile(
    "(?:" + "|".join(re.escape(w) for w in sorted(FLAGS, key=len, reverse=True) if not w.isdigit()) + ")", re.IGNORECASE
)

_LANGUAGES: Final = frozenset(
    "shell bash curl python python3 java javascript js node node.js nodejs php go golang c# csharp .net ruby"
    " swift kotlin typescript ts objective-c c c++ r dart rust http httpie wget json xml yaml html powershell"
    " postman ocaml".split()
)


_TRADITIONAL: Final = (
    "參數稱類說請應響傳選擇項長備註據對陣為預設認標頭碼錯誤訊號編狀態結內網產環境測試單時間書範圍檔開關鍵屬變個從這當則條際體報輸處議決辦執動聯規種樣舉頁簽驗權級無與須異敗詢調務業錄領顯創刪鑰"
    "幣億節點現實補複雜圖層遠達進過還適遞輯釋欄專臺發區間總雙門東車馬問見觀訂購買賣價額稅帳單戶員別協聲識讀寫連線終統計劃歸屬歷"
)
_SIMPLIFIED: Final = (
    "参数称类说请应响传选择项长备注据对阵为预设认标头码错误讯号编状态结内网产环境测试单时间书范围档开关键属变个从这当则条际体报输处议决办执动联规种样举页签验权级无与须异败询调务业录领显创删钥"
    "币亿节点现实补复杂图层远达进过还适递辑释栏专台发区间总双门东车马问见观订购买卖价额税账单户员别协声识读写连线终统计划归属历"
)
_IS_TRADITIONAL: Final = re.compile(f"[{_TRADITIONAL}]")
_TO_SIMPLIFIED: Final = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """Give a text with the traditional characters of the vocabulary as simplified ones, of the same length."""
    return text.translate(_TO_SIMPLIFIED) if not text.isascii() and _IS_TRADITIONAL.search(text) else text


def folded(text: str) -> str:
    """Give the form in which words are looked up."""
    return simplified("".join(text.casefold().split()).rstrip(":"))


@lru_cache(maxsize=4096)
def column(text: str) -> Role | None:
    """Tell what the head of a column means: a word of the vocabulary, or one with a remark in brackets."""
    word = folded(text.strip("*`_ "))
    return COLUMNS.get(word) or COLUMNS.get(re.sub(r"\([^()]*\)$", "", word))


def columns_run_together(text: str) -> list[tuple[Role, int]] | None:
    """Split a line that is nothing but heads of columns; gives each with its end, the longest words first."""
    line = text.casefold()
    if len(line) > 200 or not line:
        return None
    best: list[list[tuple[Role, int]] | None] = [None] * (len(line) + 1)
    best[0] = []
    reached = 0
    for end in range(1, len(line) + 1):
        if end - reached > _LONGEST:
            return None
        for start in range(max(0, end - _LONGEST), end):
            before, role = best[start], COLUMNS.get(line[start:end].strip())
            if before is None or role is None:
                continue
            after = best[end]
            if after is None or len(before) + 1 < len(after):
                best[end], reached = [*before, (role, end)], end
    return best[-1]


@lru_cache(maxsize=4096)
def json_type(word: str) -> str:
    """Give the type of JSON that a page's word for a type means (``file`` for an upload), or "".

    ``List<Order>`` and ``string[]`` are arrays.
    """
    plain = simplified("".join(word.casefold().split()))
    if plain.endswith("[]") or re.match(r"(?:array|list|set)\b", plain):
        return "array"
    return TYPES.get(plain, "") or _first_type(plain)


def _first_type(plain: str) -> str:
    match = _TYPE_WORD.match(plain)
    return TYPES[match[0].casefold()] if match else ""


@lru_cache(maxsize=4096)
def is_type(text: str) -> bool:
    """Tell whether a text is a type, whole."""
    parts = re.split(r"\s*(?:\||/|或|or)\s*", simplified(text).strip("`* "))
    return len(parts) <= 3 and all(_TYPE.fullmatch(part) for part in parts)


@lru_cache(maxsize=4096)
def flag(text: str) -> bool | None:
    """Tell what a cell of a column of flags says."""
    return FLAGS.get(folded(text.strip("*`_ ")))


def is_language(text: str) -> bool:
    """Tell whether a line is the tab of a programming language."""
    words = text.casefold().split()
    return 0 < len(words) <= 8 and all(word in _LANGUAGES for word in words)
