package org.dlpixel.core.view;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Drawings of printable characters.
 *
 * <p>A drawing is its width and its strokes. A stroke is a list of points, each x and y in base 16,
 * y down: 0 the top of capitals, 3 that of small letters, 8 the baseline, a the lowest. Strokes
 * that begin with {@code ~} are control polygons of curves, with {@code @} of closed curves.
 */
final class Glyphs {

    @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
    record Stroke(double[] xy, boolean curved, boolean closed) {}

    record Glyph(int width, List<Stroke> strokes) {}

    private static final String[] DRAWINGS = {
        "0 5 @00 50 58 08",
        "1 4 12 30 38",
        "2 5 ~02 00 50 54 08 08 58",
        "3 5 ~01 00 50 54 24|~24 54 58 08 07",
        "4 5 48 40 06 56",
        "5 5 50 10 04|~04 13 53 58 08 07",
        "6 5 ~51 50 00 06|@03 53 58 08",
        "7 5 00 50 18",
        "8 5 @00 50 54 04|@04 54 58 08",
        "9 5 @00 50 55 05|~52 58 08 07",
        "A 6 08 30 68|15 55",
        "B 5 00 08|~00 20 50 54 24 04|~04 24 54 58 28 08",
        "C 5 ~52 50 00 08 58 56",
        "D 6 00 08|~00 20 60 68 28 08",
        "E 5 50 00 08 58|04 44",
        "F 5 50 00 08|04 44",
        "G 6 ~62 60 00 08 68 65|64 34|64 66",
        "H 6 00 08|60 68|04 64",
        "I 0 00 08",
        "J 4 ~40 44 48 08 06",
        "K 5 00 08|50 05|24 58",
        "L 4 00 08 48",
        "M 6 08 00 35 60 68",
        "N 6 08 00 68 60",
        "O 6 @00 60 68 08",
        "P 5 00 08|~00 20 50 54 24 04",
        "Q 6 @00 60 68 08|46 69",
        "R 5 00 08|~00 20 50 54 24 04|24 58",
        "S 5 ~51 50 00 04 54 58 08 07",
        "T 6 00 60|30 38",
        "U 6 ~00 04 08 68 64 60",
        "V 6 00 38 60",
        "W 8 00 28 41 68 80",
        "X 5 00 58|50 08",
        "Y 6 00 34 60|34 38",
        "Z 5 00 50 08 58",
        "a 4 @03 43 48 08|43 48",
        "b 4 00 08|@03 43 48 08",
        "c 4 ~44 43 03 08 48 47",
        "d 4 40 48|@03 43 48 08",
        "e 4 05 45|~45 43 03 08 48 47",
        "f 3 ~30 10 13 18|03 33",
        "g 4 @03 43 48 08|~43 47 4a 0a 09",
        "h 4 00 08|~06 03 43 46 48",
        "i 0 03 08|01 01",
        "j 1 ~13 17 1a 0a 0a|11 11",
        "k 4 00 08|43 07|25 48",
        "l 0 00 08",
        "m 6 03 08|~06 03 33 36 38|~36 33 63 66 68",
        "n 4 03 08|~06 03 43 46 48",
        "o 4 @03 43 48 08",
        "p 4 03 0a|@03 43 48 08",
        "q 4 43 4a|@03 43 48 08",
        "r 3 03 08|~06 03 33",
        "s 4 ~44 43 03 05 46 48 08 07",
        "t 3 ~11 15 18 38|03 33",
        "u 4 ~03 05 08 48 45 43|43 48",
        "v 4 03 28 43",
        "w 6 03 18 33 58 63",
        "x 4 03 48|43 08",
        "y 4 03 28|43 1a",
        "z 4 03 43 08 48",
        ". 0 08 08",
        ", 1 18 0a",
        ": 0 04 04|08 08",
        "; 1 14 14|18 0a",
        "! 0 00 05|08 08",
        "? 4 ~01 00 40 43 25 26|28 28",
        "- 3 05 35",
        "+ 4 05 45|23 27",
        "= 4 04 44|06 46",
        "_ 5 09 59",
        "/ 4 09 40",
        "\\ 4 00 49",
        "| 0 00 0a",
        "( 2 ~20 00 0a 2a",
        ") 2 ~00 20 2a 0a",
        "[ 2 20 00 0a 2a",
        "] 2 00 20 2a 0a",
        "< 4 43 05 47",
        "> 4 03 45 07",
        "% 7 @00 30 34 04|@44 74 78 48|61 17",
        "' 0 00 02",
        "\" 2 00 02|20 22",
        "* 4 21 25|02 44|42 04",
        "# 5 20 18|40 38|03 53|05 55",
        "& 6 ~67 58 08 05 34 40 10 13 68",
        "$ 5 ~51 50 00 04 54 58 08 07|2a 2a 30 30",
        "@ 8 @34 54 56 36|~54 56 66 86 82 70 10 02 06 18 48",
        "^ 4 03 20 43",
        "` 1 00 12",
        "{ 3 ~30 20 24 04|~04 24 2a 3a",
        "} 3 ~00 10 14 34|~34 14 1a 0a",
        "~ 5 ~06 04 24 36 56 54",
        "\u00b1 4 04 44|22 26|08 48",
        "\u00d7 4 03 47|43 07",
        "\u00b7 0 05 05",
        "\u2013 5 05 55",
        "\u00b0 2 @00 20 22 02",
        "\u00b5 4 03 0a|~03 06 08 48 46 43|43 48",
    };

    private static final Glyph SPACE = new Glyph(2, List.of());
    private static final Glyph UNKNOWN = parse(5, "00 50 58 08 00");
    private static final Map<Character, Glyph> GLYPHS = glyphs();

    private Glyphs() {}

    /** The drawing of a character; accents are dropped, what is unknown is a box. */
    static Glyph of(char c) {
        Glyph glyph = GLYPHS.get(c);
        if (glyph == null) {
            char plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
            glyph = GLYPHS.getOrDefault(plain, UNKNOWN);
        }
        return glyph;
    }

    private static Map<Character, Glyph> glyphs() {
        Map<Character, Glyph> glyphs = new HashMap<>();
        glyphs.put(' ', SPACE);
        for (String drawing : DRAWINGS) {
            glyphs.put(
                    drawing.charAt(0),
                    parse(Character.digit(drawing.charAt(2), 16), drawing.substring(4)));
        }
        return Map.copyOf(glyphs);
    }

    private static Glyph parse(int width, String strokes) {
        return new Glyph(width, Stream.of(strokes.split("\\|", -1)).map(Glyphs::stroke).toList());
    }

    private static Stroke stroke(String text) {
        boolean closed = text.startsWith("@");
        boolean curved = closed || text.startsWith("~");
        String digits = (curved ? text.substring(1) : text).replace(" ", "");
        double[] xy = digits.chars().mapToDouble(c -> Character.digit(c, 16)).toArray();
        return new Stroke(xy, curved, closed);
    }
}
