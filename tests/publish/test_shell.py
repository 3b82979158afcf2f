"""What the shell is given: words in the guide's language."""

from __future__ import annotations

from generator.i18n import words
from generator.publish.scripts import modules
from generator.publish.shell import BEFORE_PAINT, THEME_KEY, shell
from generator.publish.sign import Sign


def test_the_shell_speaks_the_language_of_the_guide() -> None:
    """Each of its words is there in the catalogue's language, which the page names whole, and none does for another."""
    made = shell("pt-BR", words("pt-BR"), (), "main.js", "", Sign("", "", "", {}))
    assert made.language == "pt-BR"
    assert {
        "skip": made.skip,
        "menu": made.menu,
        "close": made.close,
        "parts": made.parts,
        "pages": made.pages,
        "contents": made.contents,
        "themes": made.themes,
        "to_theme": made.to_theme,
        "from_file": made.from_file,
        "whole": made.whole,
        "top": made.top,
        "address": made.address,
    } == {
        "skip": "Pular para o conteúdo",
        "menu": "Menu",
        "close": "Fechar o menu",
        "parts": "Partes do guia",
        "pages": "Páginas do guia",
        "contents": "Nesta página",
        "themes": {"system": "Tema do aparelho", "light": "Tema claro", "dark": "Tema escuro"},
        "to_theme": {
            "system": "Mudar para o tema do aparelho",
            "light": "Mudar para o tema claro",
            "dark": "Mudar para o tema escuro",
        },
        "from_file": "Você abriu esta página como um arquivo do seu aparelho: "
        "assim a busca e as ferramentas não funcionam.",
        "whole": "O guia inteiro num arquivo só",
        "top": "Voltar ao topo",
        "address": "Endereço desta página:",
    }


def test_the_choice_is_read_where_it_was_kept() -> None:
    """The script that switches the theme and the one that paints with it name the same place."""
    assert f'KEPT = "{THEME_KEY}"' in modules()["shell.js"]
    assert f"getItem('{THEME_KEY}')" in BEFORE_PAINT
