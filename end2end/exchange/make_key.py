# Makes a key for ES384: the private one as PEM, the public one as a JSON Web Key Set. Arguments: where each goes.
import base64
import json
import sys

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

private_file, public_file = sys.argv[1:]
key = ec.generate_private_key(ec.SECP384R1())
with open(private_file, "wb") as file:
    file.write(key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ))
numbers = key.public_key().public_numbers()


def coordinate(number):
    return base64.urlsafe_b64encode(number.to_bytes(48, "big")).rstrip(b"=").decode()


public = {"kty": "EC", "crv": "P-384", "kid": "key-1", "x": coordinate(numbers.x), "y": coordinate(numbers.y)}
with open(public_file, "w", encoding="utf-8") as file:
    json.dump({"keys": [public]}, file)
