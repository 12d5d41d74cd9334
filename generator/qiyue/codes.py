"""Every diagnostic code: what it means and how to mend it. ``qiyue explain CODE`` shows an entry.

A code is public and stays; a stage that needs a new one adds a row to ``CODES``, in the group of its stage.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from qiyue.base.value import Value


class CodeDescription(Value):
    """One entry of the table."""

    meaning: str
    remedy: str
    example: str = ""


CODES: Final[Mapping[str, CodeDescription]] = MappingProxyType(
    {
        # reading a file
        "file-missing": CodeDescription(
            "There is no file at this path.", "Check the spelling; paths count from where you stand."
        ),
        "file-is-directory": CodeDescription(
            "A folder was given where a file is needed.", "Name the file inside the folder."
        ),
        "file-unreadable": CodeDescription(
            "The operating system does not let qiyue read this file.", "Check its permissions."
        ),
        "file-binary": CodeDescription(
            "The file holds zero bytes: it is not text.", "Give the text of the document or page."
        ),
        "file-too-large": CodeDescription(
            "The file is larger than 50 MB; or it is a page, and larger than 10 MB.",
            "Split it, or take out what is not API.",
        ),
        "not-utf8": CodeDescription("The file is not UTF-8 text.", "Save it as UTF-8."),
        "yaml-syntax": CodeDescription(
            "The text is not YAML.", "Mend the line that is shown; the fault may lie one line above."
        ),
        "json-syntax": CodeDescription(
            "The text is not JSON.", "Mend the line that is shown; the fault may lie one line above."
        ),
        "tab-indent": CodeDescription("A line is indented with a tab, which YAML forbids.", "Indent with spaces."),
        "duplicate-key": CodeDescription(
            "A mapping has the same key twice, so that one of the two values would be lost.",
            "Delete or rename one of them.",
            "info: {title: A, title: B}",
        ),
        "alias-bomb": CodeDescription(
            "Aliases (*name) make the document so large that it is not expanded.", "Write it out, or use $ref."
        ),
        "recursive-anchor": CodeDescription(
            "An alias (*name) stands inside the value it names, which would have no end.", "Use $ref for recursion."
        ),
        "unknown-anchor": CodeDescription(
            "An alias (*name) names no anchor before it.", "Add &name, or correct the name."
        ),
        "complex-key": CodeDescription("The key of a mapping is not text.", "Give it a name."),
        "merge-key": CodeDescription(
            "The merge key `<<` holds no mapping.", "Give it an alias of one, or a list of them."
        ),
        "yaml-tag": CodeDescription(
            "A YAML tag (!name) stands before a value that it does not fit, or has no meaning in plain data.",
            "Leave the tag out.",
        ),
        "empty-document": CodeDescription(
            "The file holds nothing but white space and comments.", "Write the document."
        ),
        "several-documents": CodeDescription("The file holds more than one YAML document.", "Make it one file each."),
        "number-too-large": CodeDescription(
            "A number has so many digits, or such an exponent, that nothing can calculate with it.",
            "Put it into quotes if it is meant as text.",
        ),
        "lone-surrogate": CodeDescription(
            "A text holds half of a character (\\ud83d without its second part), which cannot be written to any file.",
            "Write the whole character, or leave it out.",
        ),
        "too-deep": CodeDescription(
            "The document is nested too deeply.", "Move the inner parts to components and use $ref."
        ),
        # reading a page
        "page-encoding": CodeDescription(
            "The page is text in none of the encodings that are read: UTF-8, UTF-16 with its mark, GBK (GB 18030).",
            "Save it as UTF-8.",
        ),
        "page-empty": CodeDescription("The page holds nothing but white space.", "Save the text of the page again."),
        # locks of pages, coverage and drift
        "lock-missing": CodeDescription(
            "A page of this edition was never locked, so there is nothing to account for or to compare with.",
            "Lock it: qiyue drift EDITION DOCUMENT --accept.",
        ),
        "lock-syntax": CodeDescription(
            "A line of source.lock cannot be read.", "Bring the file back from version control, or lock the page anew."
        ),
        "page-broken": CodeDescription(
            "A page in PDF or Word cannot be read.", "Open and save it anew, or give its text instead."
        ),
        "choices-syntax": CodeDescription(
            "A row of choices.yaml is no choice.", "Correct it, or take it out and choose again: qiyue init --review."
        ),
        "groundless-citation": CodeDescription(
            "Evidence cites lines that hold nothing, or that the page no longer has.",
            "Cite the lines that say it; where none does, the grade is another one.",
        ),
        # overlays and versions
        "overlay-syntax": CodeDescription(
            "The file is not an OpenAPI Overlay 1.0 document.", "See the rule the message names."
        ),
        "overlay-target": CodeDescription(
            "The target of an overlay action is not a JSONPath.", "Write it as RFC 9535 says."
        ),
        "overlay-no-match": CodeDescription(
            "An overlay action matches nothing, so it would silently do nothing.",
            "Correct its target, or delete the action.",
            'target: $.paths["/v1/invoices"].post',
        ),
        "overlay-idle": CodeDescription("An update of an overlay is empty.", "Say what it adds, or delete the action."),
        "overlay-conflict": CodeDescription(
            "An overlay would put a value of one kind (a text, a mapping, a list) in place of another kind.",
            "Remove the old value by an action before, or correct the new one.",
        ),
        "wrong-version": CodeDescription(
            "The document does not say that it is Swagger 2.0 or OpenAPI 3.0, 3.1.",
            'Add `openapi: 3.1.0`, or `swagger: "2.0"`.',
        ),
        "newer-version": CodeDescription(
            "The document is of an OpenAPI version after 3.1; of what that added only `itemSchema` of streams is read.",
            "Check that nothing of it is needed.",
        ),
        # resolving the document
        "dangling-ref": CodeDescription("A $ref leads to nothing.", "Correct the pointer, or add what it names."),
        "looping-ref": CodeDescription(
            "A $ref leads back to itself through other $refs.", "Let one of them hold the content."
        ),
        "external-ref": CodeDescription(
            "A $ref leads into the network, or to a file outside of the document's folder, and was not read.",
            "Bring the file into the folder of the document; for the network, give --allow-urls (edition: allow-urls).",
        ),
        "ref-changed": CodeDescription(
            "What a $ref into the network leads to is not what qiyue.refs.lock remembers.",
            "Look at what changed; delete its line in qiyue.refs.lock to take what is there now.",
        ),
        "invalid-lock": CodeDescription(
            "qiyue.refs.lock holds something else than hashes and addresses.", "Delete the line, or the whole file."
        ),
        "odd-ref": CodeDescription(
            "A $ref is not written as it should be, but what it means is plain.", "Write it as shown."
        ),
        "dynamic-ref": CodeDescription(
            "A $dynamicRef is read as a $ref to the anchor in its own document; no user of the schema redirects it.",
            "Nothing needs to be done where nobody redirects it.",
        ),
        "contradiction": CodeDescription(
            "Keywords of one schema contradict each other: the values that it names break its limits.",
            "Delete the keyword that is wrong. `enum`, `const`, patterns and examples count; what they break does not.",
            "{type: string, enum: [MALE, FEMALE], maxLength: 1}",
        ),
        "extra-missing": CodeDescription(
            "A verb needs packages that were not installed with qiyue.",
            "Install qiyue with the extra that is named: `pip install './qiyue-….whl[mock]'`.",
        ),
        "odd-shape": CodeDescription(
            "Something has another shape than OpenAPI gives it: text for a mapping, a mapping for a list. "
            "Where it is plain what is meant it is read so, else it is left out.",
            "Write it as the message says.",
        ),
        "unknown-method": CodeDescription(
            "A path has a member that is no HTTP method.", "Correct the method; begin names of your own with x-."
        ),
        "repeated-operation-id": CodeDescription(
            "Two operations have one operationId; the later one is generated under another.", "Rename one of them."
        ),
        "odd-parameter": CodeDescription(
            "A parameter has no name, or stands in no place that OpenAPI has; it is left out.",
            "Write `name`, and `in` as path, query, header or cookie.",
        ),
        "ignored-header": CodeDescription(
            "OpenAPI says that parameters called Accept and Content-Type have no effect: every client fills them.",
            "Nothing is lost; describe them by media types.",
        ),
        "unknown-security-scheme": CodeDescription(
            "A security requirement names no scheme of the document; this way to authenticate is left out.",
            "Correct the name, or add the scheme to components.",
        ),
        "odd-type": CodeDescription(
            "`type` is none of the seven types of JSON; where the word is known from elsewhere, it is read as that.",
            "Write the type of JSON, and `format` beside it.",
            "type: string, format: uuid",
        ),
        "odd-enum": CodeDescription(
            "A value of `enum` is not of its `type`, as `1` without quotes among texts; it is read as that type.",
            "Put texts into quotes; leave the quotes of numbers out.",
            "type: string, enum: ['1', '2']",
        ),
        "odd-pattern": CodeDescription(
            "A pattern is written between slashes, as in JavaScript, so that no text could ever match it.",
            "Write it without slashes and flags.",
            "pattern: ^[0-9]{5}$",
        ),
        "tuple-items": CodeDescription(
            "`items` is a list of schemas, as before JSON Schema 2020-12.", "Write the list as `prefixItems`."
        ),
        "odd-style": CodeDescription("A `style` does not exist for this place.", "Take one that OpenAPI has for it."),
        "odd-status": CodeDescription(
            "An answer has no status that HTTP knows, or the status of another answer.",
            "Write three digits, a range, or `default`.",
            "responses: {200: …, 4XX: …, default: …}",
        ),
        "credential-parameter": CodeDescription(
            "A security scheme sends the same as a parameter beside it; the client has one argument for both.",
            "Leave the parameter out.",
        ),
        "credential-clash": CodeDescription(
            "A security requirement wants two credentials at one place of a request; callers give either.",
            "Write them as alternatives.",
            "security: [{key: []}, {token: []}]",
        ),
        "stray-parameter": CodeDescription(
            "A parameter is `in: path`, but the path has no {name} for it.", "Write the name into the path, or drop it."
        ),
        "undeclared-parameter": CodeDescription(
            "The path of an operation has a {name} that no parameter describes.", "Add the parameter, `in: path`."
        ),
        # extensions
        "unknown-extension": CodeDescription(
            "No extension has this x-qiyue- name.", "Correct the name; the README lists every extension."
        ),
        "misplaced-extension": CodeDescription(
            "An extension stands where it has no meaning.", "Move it to one of the places the message names."
        ),
        "invalid-extension": CodeDescription(
            "The value of an extension breaks the extension's own schema: an unknown key, or a wrong value.",
            "Write what the message names; the README lists every extension.",
            "x-qiyue-errors: {codes: [{code: 0}]}  ->  {codes: [{code: 0, kind: success}]}",
        ),
        "null-kind": CodeDescription(
            "A row of a code table says `kind: null`, which means that the code is that of a success.",
            "Say it with a word: `kind: success`.",
            "{code: 0, kind: null}  ->  {code: 0, kind: success}",
        ),
        # lint: evidence, findings, examples, schemas
        "missing-evidence": CodeDescription(
            "The edition wants evidence, and this element does not say where it is known from.",
            "Cite the page, or a finding that tells why.",
            "x-qiyue-source: stated L12-15",
        ),
        "draft-evidence": CodeDescription(
            "The edition wants evidence, and this one is a draft: a machine wrote it, and no person has confirmed it.",
            "Compare the element with the page, correct it, take the word away. List them: `qiyue check --todo`.",
            "x-qiyue-source: draft stated L12  ->  stated L12",
        ),
        "unknown-page": CodeDescription(
            "Evidence cites a page that x-qiyue-sources does not list.", "Correct the page's id, or list the page."
        ),
        "unknown-finding": CodeDescription(
            "Evidence refers to a finding that findings.yaml does not have.", "Correct the id, or write the finding."
        ),
        "unused-finding": CodeDescription(
            "Nothing in the spec or its overlays refers to this finding.",
            "Refer to it where the spec depends on it, or delete it.",
            "x-qiyue-source: inferred L12, ZX-01",
        ),
        "duplicate-finding": CodeDescription("Two findings have the same id.", "Give one of them a new id."),
        "miscounted-finding": CodeDescription(
            "A finding says how often evidence refers to it, and evidence does so more or less often.",
            "Put back the reference that was lost; correct `cited` if the change is meant.",
        ),
        "invalid-finding": CodeDescription(
            "findings.yaml does not have the form it must have.",
            "Write what the message names.",
            "findings: [{id: ZX-01, lines: [L12], title: …, readings: […, …], chosen: …, why: …, settled-by: …}]",
        ),
        "example-mismatch": CodeDescription(
            "An example or a default does not fit its own schema.", "Correct whichever of the two is wrong."
        ),
        "no-operations": CodeDescription(
            "The document describes no operation: a client of it has nothing to call.",
            "Write `paths`; a document of webhooks, or of types for other documents, needs none.",
        ),
        "unknown-key": CodeDescription(
            "OpenAPI has no such key there, so what stands under it is not read.",
            "Correct the spelling; begin names of your own with x-.",
            "operationID: listTeas  ->  operationId: listTeas",
        ),
        "unknown-keyword": CodeDescription(
            "A schema has a key that JSON Schema and OpenAPI do not know, so that it does nothing.",
            "Correct the spelling; begin names of your own with x-.",
        ),
        "unknown-required": CodeDescription(
            "`required` names a property that the schema does not describe.", "Correct the name, or describe it."
        ),
        "nullable": CodeDescription(
            "OpenAPI 3.1 has no `nullable`; it is read as 3.0 has it: null is allowed.",
            "Add null to the type.",
            'type: [string, "null"]',
        ),
        # editions, project, output
        "project-missing": CodeDescription(
            "Neither this folder nor one above it has editions in pyproject.toml ([tool.qiyue]) or qiyue.toml.",
            "Go into a project, or name an OpenAPI file and --out.",
        ),
        "project-invalid": CodeDescription(
            "The project's configuration does not hold what qiyue reads.", "See the message."
        ),
        "unknown-edition": CodeDescription(
            "The project has no edition of this name.", "Take one of the names the message lists, or add the edition."
        ),
        "unknown-target": CodeDescription(
            "There is no target of this name, neither built in nor installed.",
            "Take one of the names the message lists, or install the distribution that brings it.",
        ),
        "client-not-driven": CodeDescription(
            "The program that holds a generated client ended, was silent, or spoke no line of the protocol.",
            "Its last words stand in the message; start it by hand, or use a driver that works in this process.",
        ),
        "target-without-driver": CodeDescription(
            "Clients of this target cannot be called from here, so the contract suite cannot hold them.",
            "Use --target mock, or a target that brings a driver.",
        ),
        "output-not-writable": CodeDescription(
            "The output cannot be written; what was there before is untouched.",
            "Free the path, or choose another --out.",
        ),
        "output-escapes": CodeDescription(
            "A generated path would leave the output folder.", "Please report this document."
        ),
        # the mock: what a document wants and the mock does not do
        "mock-rule": CodeDescription(
            "The mock does not follow a rule of x-qiyue-mock, or not all words of it.",
            "Nothing is wrong with the document; answers may differ from the vendor's there.",
        ),
        "mock-role": CodeDescription(
            "The mock answers the operation, but does not do all that x-qiyue-mock asks of it.",
            "Nothing is wrong with the document.",
        ),
        "mock-signature": CodeDescription(
            "The mock does not check the signature of requests.", "Nothing is wrong with the document."
        ),
        "mock-type": CodeDescription(
            "A pattern or a schema cannot be compiled, so the mock accepts every value of it.",
            "Mend what the message names.",
        ),
        "mock-media": CodeDescription(
            "The mock takes any body of this media type and does not look inside.",
            "Nothing is wrong with the document.",
        ),
        "mock-example": CodeDescription(
            "An example of an answer breaks its own schema, so the mock does not answer with it.",
            "Correct the example.",
        ),
        "mock-answer": CodeDescription(
            "No valid value of the answer's schema was found, so the mock's answer breaks it.",
            "Give the answer an example.",
        ),
        "output-not-ours": CodeDescription(
            "The output holds files that qiyue did not write there, and will not touch.",
            "Choose an empty folder for --out, or move these files away.",
        ),
        "output-collision": CodeDescription(
            "Two generated files would have one path, also where upper and lower case are the same.",
            "Please report this document.",
        ),
        # the Python target: what is generated as a wider type
        "recursive-alias": CodeDescription(
            "A type refers to itself and says nothing else, so any value is taken.",
            "Say what the type is.",
        ),
        "dangling-type": CodeDescription(
            "A type that is referred to does not exist; any value is taken.", "Add the type."
        ),
        "union-widened": CodeDescription(
            "Unions within allOf have too many branches together; the object keeps further fields without their types.",
            "Write the union as a property of its own, or as oneOf of whole objects.",
        ),
        "types-disagree": CodeDescription(
            "Pieces of an allOf give one thing types that no value has at once: of a whole value the object with "
            "properties is taken, else the last piece.",
            "Let the pieces agree, or leave the type to one of them.",
            "allOf: [{properties: {id: {type: string}}}, {properties: {id: {type: integer}}}]",
        ),
        "discriminator-unread": CodeDescription(
            "The branch of a union is chosen by what fits the value best, not by its discriminator.",
            "Nothing needs to be done where the branches differ in their fields.",
        ),
        "tuple-as-list": CodeDescription(
            "A list with fixed places (prefixItems) that may lack some, or have more, is a list of what may be there.",
            "Say `items: false` and `minItems`, or use an object.",
        ),
        "body-media-unused": CodeDescription(
            "A request body may be sent in several media types; the client sends one of them.",
            "Remove those that nobody needs, or leave it.",
        ),
        "as-bytes": CodeDescription(
            "A request body or an answer is of a media type that the client knows no types of, as XML: it is bytes.",
            "Write and read it by yourself; where the vendor takes JSON too, let the document say so.",
        ),
        "webhook-undecoded": CodeDescription(
            "A webhook or callback has a body that is neither JSON nor a form; there is no function that reads it.",
            "Read the body that your server gets; of its type only the models are generated.",
        ),
        "condition-unchecked": CodeDescription(
            "A schema has an `if` that asks more than which fields there are and what they are equal to.",
            "The vendor checks it. Asked by required, const, enum and not, the client checks it too.",
        ),
        "digest-unknown": CodeDescription(
            "A signature needs a digest that has no implementation here: calls are refused before they are sent.",
            "Use one of md5, sha1, sha224, sha256, sha384, sha512 or hmac- with one of them, if the vendor takes it.",
        ),
        "security-by-transport": CodeDescription(
            "Nothing says what to send for a security scheme (mutual TLS, digest): the client has no argument for it.",
            "Give the client an http_client that is set up for it.",
        ),
        "flow-left-out": CodeDescription(
            "A token, a list's pages or an upload names a place of the request that no argument of the call reaches.",
            "Correct the place; it is a JSON Pointer into the whole body, query:name, header:Name or path:name.",
            'x-qiyue-pagination: {style: page, page: "query:page", items: /rows}',
        ),
        "success-unknown": CodeDescription(
            "Answers carry a code, and neither a test nor a row of the code table tells the code of a success:"
            " the client returns an answer whose code no row has, with a deviation.",
            "Say `kind: success` of the code of a success, or give the envelope of the answer a `success` test.",
            "x-qiyue-errors: {at: /code, codes: [{code: 0, kind: success}]}",
        ),
        "not-formatted": CodeDescription(
            "The generated code could not be formatted and is written as it came.", "Please report this document."
        ),
        "read-otherwise": CodeDescription(
            "Another generator, datamodel-code-generator, finds other fields in this type than qiyue does, or needs "
            "others; or it cannot read the types at all. Teams that take the spec may get such code.",
            "See whether the type can be written more plainly; if both readings cannot be right, please report it.",
        ),
        # the command line
        "usage": CodeDescription("The command line does not fit together.", "See `qiyue VERB --help`."),
        "unused-allowance": CodeDescription(
            "An edition allows a gap that does not occur.", "Take the code out of the edition's `allow`."
        ),
        "unknown-credential": CodeDescription(
            "A key or a secret is given to a mock for a credential that its document does not have.",
            "Name a security scheme, or a credential of the client: the message lists them.",
        ),
        "invalid-chaos": CodeDescription(
            "The file of --chaos does not have the form it must have.",
            "Write a list of rules.",
            "- {fault: rate-limited, operation: createVoucher, every: 3}",
        ),
        "invalid-state": CodeDescription(
            "The file of --state is not one that a mock has written.", "Name another file; one that is absent is made."
        ),
        "invalid-certificate": CodeDescription(
            "The file of --certificate cannot be used.", "Name a PEM file with a private key and its certificate."
        ),
        "address-in-use": CodeDescription("The mock cannot listen on this host and port.", "Choose another --port."),
        "unknown-code": CodeDescription("No diagnostic has this code.", "Run `qiyue explain` to see all of them."),
    }
)


def suggest_word(word: str, known: Iterable[str]) -> str:
    """Give the known word that was probably meant, or ``""``."""
    return next(iter(get_close_matches(word, list(known), n=1)), "")
