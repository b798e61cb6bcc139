"""Reads mails with Python's own parser: a JSON list of Base64 on stdin, a JSON list of what they say on stdout."""

import base64
import email
import email.policy
import json
import sys


def read(mail: bytes) -> dict:
    message = email.message_from_bytes(mail, policy=email.policy.default)
    return {
        "headers": list(message.keys()),
        "subject": message["subject"],
        "to": [{"name": one.display_name, "address": one.addr_spec} for one in message["to"].addresses],
        "reference": message["x-invitation-reference"],
        "text": message.get_body(("plain",)).get_content(),
        "html": message.get_body(("html",)).get_content(),
        "parts": [part.get_content_type() for part in message.walk()],
        "defects": [type(defect).__name__ for part in message.walk() for defect in part.defects],
    }


json.dump([read(base64.b64decode(mail)) for mail in json.load(sys.stdin)], sys.stdout)
