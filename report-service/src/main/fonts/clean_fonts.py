#!/usr/bin/env python3
"""Cuts the fonts of the printed report down to what a report needs, so that its text can be read back.

    clean_fonts.py TARGET SONGTI SONGTI_BOLD HEITI KAITI

A stock Chinese font draws 工 and the radical ⼯ with one glyph, and a PDF that uses it is read back with the radical. So
a character stands in the map of characters only if it is no radical and no compatibility ideograph, and a glyph belongs
to one character alone. Nothing is substituted (no GSUB). The fonts are renamed, as the licence of changed copies asks.
"""
import bz2
import copy
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Kangxi and CJK radicals, compatibility ideographs, two- and three-em dash.
NEVER = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F), (0x2E3A, 0x2E3B)]

# The years of change of the table are no properties of a glyph: made again, the bytes are the same.
VERSION = "1.000"

FONTS = [
    ("GongkaiSongti-Regular.ttf", "Gongkai Songti", "Regular", "Noto Serif SC"),
    ("GongkaiSongti-Bold.ttf", "Gongkai Songti", "Bold", "Noto Serif SC"),
    ("GongkaiHeiti-Medium.ttf", "Gongkai Heiti", "Medium", "Noto Sans SC"),
    ("GongkaiKaiti-Regular.ttf", "Gongkai Kaiti", "Regular", "LXGW WenKai"),
]


def gb2312():
    """Everything in GB/T 2312: punctuation, letters and the 6,763 characters of both levels."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def general_standard():
    """The 8,105 characters of 通用规范汉字表, from Unihan's kTGH."""
    found = set()
    for file in sorted(pathlib.Path("/usr/share/unicode").glob("Unihan*.bz2")):
        with bz2.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                if len(fields) > 1 and fields[1] == "kTGH":
                    found.add(int(fields[0][2:], 16))
    if len(found) < 8105:
        sys.exit(f"Only {len(found)} of 8105 characters of 通用规范汉字表 found.")
    return found


def wanted():
    ranges = [(0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B), (0x2070, 0x209C), (0x2150, 0x217F),
              (0x2190, 0x2199), (0x2460, 0x24FF), (0x3000, 0x303F), (0x3200, 0x32FF), (0x3380, 0x33DF), (0xFF01, 0xFF5E),
              (0xFFE0, 0xFFE6)]
    symbols = {code for first, last in ranges for code in range(first, last + 1)} | {0x20AC, 0x2103, 0x2116, 0x2122}
    characters = gb2312() | general_standard() | symbols
    return {code for code in characters if not any(first <= code <= last for first, last in NEVER)}


def one_character_a_glyph(font):
    """Gives each but the first of the characters that share a glyph a copy of it; a no-break space is read as a space."""
    tables = [table for table in font["cmap"].tables if table.isUnicode() and table.format in (4, 12)]
    best = max(tables, key=lambda table: len(table.cmap)).cmap
    of_glyph = {}
    for code, glyph in sorted(best.items()):
        of_glyph.setdefault(glyph, []).append(code)
    copies = {}
    for glyph, codes in of_glyph.items():
        for code in codes[1:]:
            if code != 0xA0:
                copies[code] = f"{glyph}.{code:04X}"
                font["glyf"][copies[code]] = copy.deepcopy(font["glyf"][glyph])
                font["hmtx"][copies[code]] = font["hmtx"][glyph]
    for table in tables:
        table.cmap.update({code: name for code, name in copies.items() if code in table.cmap})
    font["cmap"].tables = tables
    font.setGlyphOrder(font["glyf"].glyphOrder)
    return copies


def rename(font, family, style, source):
    names = font["name"]
    copyright_notice = names.getDebugName(0) or ""
    names.names = []
    postscript = family.replace(" ", "") + "-" + style
    for number, text in {
        0: copyright_notice,
        1: family if style in ("Regular", "Bold") else f"{family} {style}",
        2: style if style in ("Regular", "Bold") else "Regular",
        3: f"{VERSION};{postscript}",
        4: f"{family} {style}",
        5: f"Version {VERSION}, cut from {source}",
        6: postscript,
        13: "SIL Open Font License, Version 1.1",
        14: "https://openfontlicense.org",
    }.items():
        names.setName(text, number, 3, 1, 0x409)


def clean(source, target, family, style, origin, characters):
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.glyph_names = False
    options.recalc_timestamp = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "kern", "DSIG", "STAT", "gasp", "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    copies = one_character_a_glyph(font)
    rename(font, family, style, origin)
    font.save(target, reorderTables=True)
    has = set(font.getBestCmap())
    print(f"{target.name}: {target.stat().st_size} bytes, {len(has)} characters; "
          f"shared a glyph: {''.join(map(chr, sorted(copies)))}; "
          f"not in it: {''.join(map(chr, sorted(characters - has)))}")


def main():
    target, sources = pathlib.Path(sys.argv[1]), sys.argv[2:]
    characters = wanted()
    for (file, family, style, origin), source in zip(FONTS, sources, strict=True):
        clean(source, target / file, family, style, origin, characters)


if __name__ == "__main__":
    main()
