import pytest

from qiyue.client_plan.words import split_words

WORDS = """
pageSize page size|md5Hash md5 hash|HTTPServer http server|userID user id|XMLHttpRequest xml http request
redirectURLs redirect urls|URLsList urls list|VRPs vrps|getAPIs get apis|IDs ids|VMsize v msize
APIv2 api v2|APIv2Keys api v2 keys|v2API v2 api
OAuth2 oauth2|listOAuth2Clients list oauth2 clients|OAuthToken oauth token|myOAuth my oauth
oEmbed oembed|getOEmbed get oembed|iOS ios|iOSAppIDs ios app ids|IPv4Address ipv4 address|GraphQLQuery graphql query
发票ID 发票 id|a-b a b|a.b a b|_a a|a__b a b
"""
CASES = [tuple(case.split()) for line in WORDS.split("\n") for case in line.split("|") if case]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_words(case: tuple[str, ...]) -> None:
    text, *words = case
    assert split_words(text) == tuple(words)
