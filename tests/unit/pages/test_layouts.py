"""Every layout of a page, each an excerpt of an invented vendor's: the facts that must be read from it, by lines."""

import pytest

from qiyue import pages
from qiyue.pages import Kind


def read(text: str) -> list[str]:
    """Give each fact as a line: ``line kind subject what=value``."""
    found = pages.segments(pages.read_text(text))
    return [
        f"{segment.first} {segment.kind} {fact.subject} {fact.what}={fact.value}"
        for segment in found
        for fact in segment.facts
        if fact.what != "name" or segment.kind is not Kind.CELL
    ]


CASES = {
    "columns by spaces": (
        """\
请求参数

参数名 类型 必填 说明
order_no String 是 订单号,最多32个字符
count Int 数量,默认1,最大200
state String 否 状态,可选值:open(进行中)、done(已完成)
lines Array 明细数组,每条包含:sku(货号)、qty(数量)
""",
        """\
4 row order_no name=order_no
4 cell order_no type=string
4 cell order_no required=True
4 cell order_no meaning=订单号,最多32个字符
4 cell order_no maxLength=32
5 row count name=count
5 cell count type=int
5 cell count meaning=数量,默认1,最大200
5 cell count default=1
5 cell count maximum=200
6 row state name=state
6 cell state type=string
6 cell state required=False
6 cell state meaning=状态,可选值:open(进行中),done(已完成)
6 cell state enum/open=进行中
6 cell state enum/done=已完成
7 row lines name=lines
7 cell lines type=array
7 cell lines meaning=明细数组,每条包含:sku(货号),qty(数量)
7 cell lines[].sku meaning=货号
7 cell lines[].qty meaning=数量
""",
    ),
    "cells run together": (
        """\
参数名类型必填描述
order_nostring是订单号
page_sizeint每页条数,默认50,最大1000
printstring打印内容
amountdecimal(10,2)金额

错误码错误信息解决方案
0成功-
1002请求已过期请检查时间,有效期为5分钟

接口名方法功能描述
order.getPOST获取订单
""",
        """\
2 row order_no name=order_no
2 cell order_no type=string
2 cell order_no required=True
2 cell order_no meaning=订单号
3 row page_size name=page_size
3 cell page_size type=int
3 cell page_size meaning=每页条数,默认50,最大1000
3 cell page_size default=50
3 cell page_size maximum=1000
4 row print name=print
4 cell print type=string
4 cell print meaning=打印内容
5 row amount name=amount
5 cell amount type=decimal(10,2)
5 cell amount meaning=金额
8 code 0 name=0
8 cell 0 meaning=成功
9 code 1002 name=1002
9 cell 1002 meaning=请求已过期
9 cell 1002 remedy=请检查时间,有效期为5分钟
9 cell 1002 limit/min=5
12 endpoint order.get name=order.get
12 cell order.get method=POST
12 cell order.get meaning=获取订单
""",
    ),
    "a cell a line between bars": (
        """\
请求参数
| 字段名称 |
字段类型 |
是否必填 |
长度限制 |
说明 |
| orderId |
String |
true |
36 |
|
| is_gift |
Object |
false |
NA |
Y / N (不传默认为N) |
| gift_to |
String |
false |
NA |
当is_gift为Y时必传 |
返回参数
| 字段名称 |
字段类型 |
字段描述 |
| code |
Integer |
(0:成功) 失败:错误编码 |
""",
        """\
7 row orderId name=orderId
8 cell orderId type=string
9 cell orderId required=True
10 cell orderId length=36
12 row is_gift name=is_gift
13 cell is_gift type=object
14 cell is_gift required=False
16 cell is_gift meaning=Y/N(不传默认为N)
16 cell is_gift default=N
16 cell is_gift enum/Y=True
16 cell is_gift enum/N=True
17 row gift_to name=gift_to
18 cell gift_to type=string
19 cell gift_to required=False
21 cell gift_to meaning=当is_gift为Y时必传
21 cell gift_to required-when=当is_gift为Y
26 row code name=code
27 cell code type=integer
28 cell code meaning=(0:成功)失败:错误编码
28 cell code enum/0=成功
""",
    ),
    "an outline of calls": (
        """\
  • 基础
    • 门店列表
      GET
    • 新建门店
      POST
  • 会员
    • 标签
      • 标签列表
""",
        """\
2 endpoint 门店列表 name=门店列表
3 endpoint 门店列表 method=GET
4 endpoint 新建门店 name=新建门店
5 endpoint 新建门店 method=POST
8 endpoint 标签列表 name=标签列表
""",
    ),
    "a method and a path on lines of their own": (
        "查询门店\n\nGET\n/api/shop/{shopId}\n打开之前先查询\n\n"
        "Header\nX-SHOP-KEY\n示例:\nX-SHOP-KEY: ****\n🟢200成功\n",
        """\
3 endpoint GET /api/shop/{shopId} method=GET
4 endpoint GET /api/shop/{shopId} name=GET /api/shop/{shopId}
4 endpoint GET /api/shop/{shopId} path=/api/shop/{shopId}
8 row X-SHOP-KEY name=X-SHOP-KEY
10 sample X-SHOP-KEY value=****
11 code 200 name=200
11 code 200 meaning=成功
""",
    ),
    "labels": (
        "- url:/common/shop/scan\n- method:post\n- 数据格式:json\n",
        """\
1 endpoint POST /common/shop/scan name=POST /common/shop/scan
1 endpoint POST /common/shop/scan path=/common/shop/scan
2 endpoint POST /common/shop/scan method=POST
3 sentence 数据格式 value=json
""",
    ),
    "a sample": (
        """\
响应示例
{
  "total": 2, // 0-无 1-有
  "rows": [{"id": "a1", "at": "2024-05-06 07:08", "fee": 1.50}],
  "raw": "{\\"k\\":1}"
}
""",
        """\
2 sample  type=object
3 sample /total type=integer
3 sample /total value=2
3 sample /total meaning=0-无 1-有
4 sample /rows type=array
4 sample /rows/0 type=object
4 sample /rows/0/id type=string
4 sample /rows/0/id value=a1
4 sample /rows/0/at type=string
4 sample /rows/0/at value=2024-05-06 07:08
4 sample /rows/0/at format=yyyy-MM-dd HH:mm
4 sample /rows/0/fee type=number
4 sample /rows/0/fee value=1.50
5 sample /raw type=string
5 sample /raw value={"k":1}
5 sample /raw# type=object
5 sample /raw#/k type=integer
""",
    ),
    "code": (
        """\
curl -X POST "https://api.shop.example/v1/scan?dry=1" \\
  -H "Authorization: Bearer {key}" \\
  -F "shop_id=s_1"

import requests
payload = {
    "shop_id": "s_1"
}
GET /v1/shops HTTP/1.1
Host: api.shop.example
""",
        """\
1 sample /v1/scan method=POST
1 sample /v1/scan path=/v1/scan
1 sample dry value=1
2 sample Authorization value=Bearer {key}
3 sample shop_id value=s_1
6 sample  type=object
7 sample /shop_id type=string
7 sample /shop_id value=s_1
9 sample /v1/shops method=GET
9 sample /v1/shops path=/v1/shops
10 sample Host value=api.shop.example
""",
    ),
    "Markdown": (
        """\
## POST /v1/orders

| Name | Type | Required | Description |
|------|------|:--------:|-------------|
| `page_size` | integer | no | Rows per page. Default 20, max 100 |
| **state** | string | yes | One of `open`, `done` or `void` |

| Code | Message |
|---|---|
| 40001 | Bad shop |

```json
{"id": 1}
```
""",
        """\
1 endpoint POST /v1/orders name=POST /v1/orders
1 endpoint POST /v1/orders method=POST
1 endpoint POST /v1/orders path=/v1/orders
5 row page_size name=page_size
5 cell page_size type=integer
5 cell page_size required=False
5 cell page_size meaning=Rowsperpage.Default20,max100
5 cell page_size default=20
5 cell page_size maximum=100
6 row state name=state
6 cell state type=string
6 cell state required=True
6 cell state meaning=Oneofopen,doneorvoid
6 cell state enum/open=True
6 cell state enum/done=True
6 cell state enum/void=True
10 code 40001 name=40001
10 cell 40001 meaning=Badshop
13 sample  type=object
13 sample /id type=integer
13 sample /id value=1
""",
    ),
    "copied from a browser": (
        "参数\t类型\t是否必须\t描述\nshopId\tstring(32)\t是\t门店编号\nkind\tint\t否\t0:直营 1:加盟\n",
        """\
2 row shopId name=shopId
2 cell shopId type=string(32)
2 cell shopId maxLength=32
2 cell shopId required=True
2 cell shopId meaning=门店编号
3 row kind name=kind
3 cell kind type=int
3 cell kind required=False
3 cell kind meaning=0:直营1:加盟
3 cell kind enum/0=直营
3 cell kind enum/1=加盟
""",
    ),
    "HTML": (
        """\
<html><body><nav>首页 | 文档</nav>
<h2>查询门店</h2>
<p><code>GET /v1/shops</code></p>
<table><tr><th>字段</th><th>类型</th><th>说明</th></tr>
<tr><td>name</td><td>String</td>
<td>名称,最多&nbsp;20 个字</td></tr></table>
<pre>{
  &quot;name&quot;: &quot;x&quot;
}</pre></body></html>
""",
        """\
3 endpoint GET /v1/shops name=GET /v1/shops
3 endpoint GET /v1/shops method=GET
3 endpoint GET /v1/shops path=/v1/shops
5 row name name=name
5 cell name type=string
6 cell name meaning=名称,最多20个字
6 cell name maxLength=20
7 sample  type=object
8 sample /name type=string
8 sample /name value=x
""",
    ),
    "rows, members and calls by themselves": (
        """\
sort_by String 排序字段

- `page_size` (integer, optional): Things per page, max 100
- **lang**: string, required. One of en, fr

memo | varchar(20) | 否 | 备注

tax_nostring税号

order.cancelPOST作废订单

"trace": "7f31",

data object that is returned

the list of all things

home | list | about
""",
        """\
1 row sort_by name=sort_by
1 cell sort_by type=string
1 cell sort_by meaning=排序字段
3 row page_size name=page_size
3 cell page_size type=integer
3 cell page_size required=False
3 cell page_size meaning=Thingsperpage,max100
3 cell page_size maximum=100
4 row lang name=lang
4 cell lang type=string
4 cell lang required=True
4 cell lang meaning=Oneofen,fr
4 cell lang enum/en=True
4 cell lang enum/fr=True
6 row memo name=memo
6 cell memo type=varchar(20)
6 cell memo maxLength=20
6 cell memo required=False
6 cell memo meaning=备注
8 row tax_no name=tax_no
8 cell tax_no type=string
8 cell tax_no meaning=税号
10 endpoint order.cancel name=order.cancel
10 cell order.cancel method=POST
10 cell order.cancel meaning=作废订单
12 sample trace type=string
12 sample trace value=7f31
""",
    ),
    "rows that belong to the row above them": (
        """\
| Name | Type | Description |
|------|------|-------------|
| receiver | object | Who gets it |
| ├─ name | string | |
| └ place | object | |
| &nbsp;&nbsp;└ city | string | |
| lines | array | |
| -- sku | string | |
| note | string | |
| - not_below | string | |
""",
        """\
3 row receiver name=receiver
3 cell receiver type=object
3 cell receiver meaning=Whogetsit
4 row receiver.name name=receiver.name
4 cell receiver.name type=string
5 row receiver.place name=receiver.place
5 cell receiver.place type=object
6 row receiver.place.city name=receiver.place.city
6 cell receiver.place.city type=string
7 row lines name=lines
7 cell lines type=array
8 row lines[].sku name=lines[].sku
8 cell lines[].sku type=string
9 row note name=note
9 cell note type=string
10 row not_below name=not_below
10 cell not_below type=string
""",
    ),
    "cells of HTML that span others, and a table in a cell": (
        """\
<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>
<tr><td colspan="3">Body parameters</td></tr>
<tr><td>receiver</td><td>object</td><td>Who gets it
<table><tr><th>Name</th><th>Description</th></tr><tr>
<td>city</td><td>Max 60 characters</td></tr></table></td></tr>
<tr><td rowspan="2">state</td><td rowspan=2>string</td><td>Where it is</td></tr>
<tr><td>One of: here, there</td></tr>
<tr><td>note</td><td colspan="2">some words</td></tr></table>
<ul><li><p>At most 5 items.</p></li></ul>
""",
        """\
3 row receiver name=receiver
3 cell receiver type=object
3 cell receiver meaning=Whogetsit
4 row receiver.city name=receiver.city
5 cell receiver.city meaning=Max60characters
5 cell receiver.city maxLength=60
6 row state name=state
6 cell state type=string
6 cell state meaning=Whereitis
7 cell state meaning=Oneof:here,there
7 cell state enum/here=True
7 cell state enum/there=True
8 row note name=note
8 cell note meaning=somewords
9 sentence  maxItems=5
""",
    ),
    "limits in prose": (
        """\
注意事项

  1. 日期格式必须为 yyyy-MM-dd,否则查询失败。
  2. page_size 参数最大支持 1000,默认50,超过100将被限制为 100。
  3. 误差不超过3600秒;每分钟最多 60 次。
- 建议超时时间设置在60s以上
Files may be up to 5 MB and names at most 64 characters.
修改于 2025-01-02 03:04:05
""",
        """\
3 sentence  format=yyyy-MM-dd
4 sentence page_size default=50
4 sentence page_size maximum=1000
4 sentence page_size over=100
4 sentence page_size maximum=100
5 sentence  maximum/s=3600
5 sentence  maximum/times=60
6 sentence  limit/s=60
7 sentence  maximum/MB=5
7 sentence  maxLength=64
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str) -> None:
    text, facts = CASES[name]
    assert read(text) == facts.splitlines()
