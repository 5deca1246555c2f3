"""`{% sign "tick" %}`: a line drawing."""

import json
import os
from pathlib import Path

from django import template
from django.utils.html import format_html

register = template.Library()
PATHS = json.loads(Path(os.environ["SIGNS"]).read_text())
SIGNS = {
    name: format_html('<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"></path></svg>', path)
    for name, path in PATHS.items()
}


@register.simple_tag
def sign(name):
    return SIGNS[name]
