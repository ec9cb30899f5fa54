"""Makes math.woff2: the part of Latin Modern Math that lessons use, for the pages' formulas.

    apt-get install fonts-lmodern && pip install fonttools brotli && python3 make_font.py

Latin Modern Math is (c) 2012-2014 B. Jackowski, P. Strzelczyk and P. Pianowski, under the GUST Font
License beside this file. As that licence asks of changed fonts, the result has a name of its own.
"""

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"

CHARACTERS = (
    [(0x20, 0x7E), (0xA0, 0xA0), (0xAC, 0xAC), (0xAF, 0xB1), (0xB4, 0xB7), (0xD7, 0xD7), (0xF7, 0xF7)]
    + [(0x393, 0x3C9), (0x3D1, 0x3D1), (0x3D5, 0x3D6), (0x3F0, 0x3F1), (0x3F5, 0x3F5)]  # Greek
    + [(0x1D434, 0x1D467), (0x210E, 0x210E), (0x1D6E2, 0x1D71B)]  # italic Latin and Greek
    + [(0x1D53C, 0x1D53C), (0x2115, 0x2115), (0x2119, 0x2119), (0x211D, 0x211D), (0x2124, 0x2124)]  # double-struck
    + [(0x1D4A9, 0x1D4AA), (0x2112, 0x2112)]  # script
    + [(0x2C6, 0x2C7), (0x2DC, 0x2DC), (0x300, 0x307), (0x332, 0x332), (0x20D6, 0x20D7)]  # accents
    + [(0x2013, 0x2014), (0x2016, 0x2016), (0x2018, 0x201D), (0x2020, 0x2020), (0x2022, 0x2022)]
    + [(0x2026, 0x2026), (0x2032, 0x2034), (0x2190, 0x2194), (0x21A6, 0x21A6), (0x21D0, 0x21D4)]
    + [(0x2200, 0x2200), (0x2202, 0x2203), (0x2205, 0x220B), (0x220F, 0x2213), (0x2217, 0x221A)]
    + [(0x221D, 0x221E), (0x2223, 0x222C), (0x2234, 0x2235), (0x223C, 0x223D), (0x2243, 0x2248)]
    + [(0x2260, 0x2265), (0x226A, 0x226B), (0x2282, 0x2287), (0x2295, 0x2299), (0x22C0, 0x22C6)]
    + [(0x22EE, 0x22F1), (0x2308, 0x230B), (0x23DE, 0x23DF), (0x27E8, 0x27E9), (0x2061, 0x2064), (0x2212, 0x2212)]
)


def main():
    font = TTFont(SOURCE, recalcTimestamp=False)
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = ["dtls", "flac"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={c for first, last in CHARACTERS for c in range(first, last + 1)})
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4):
            record.string = "Descent Math"
        elif record.nameID in (3, 6):
            record.string = "DescentMath"
    top = font["CFF "].cff
    top.fontNames[0] = "DescentMath"
    top.topDictIndex[0].FullName = top.topDictIndex[0].FamilyName = "Descent Math"
    subset.save_font(font, "math.woff2", options)


main()
