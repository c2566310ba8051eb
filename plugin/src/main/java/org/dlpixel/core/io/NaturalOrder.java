package org.dlpixel.core.io;

/** The order in which people number things: runs of digits compare as numbers. */
final class NaturalOrder {

    private NaturalOrder() {}

    /** Like {@link String#compareTo}; only equal texts are equal. */
    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int iEnd = endOfDigits(a, i);
            int jEnd = endOfDigits(b, j);
            int order =
                    iEnd > i && jEnd > j
                            ? compareNumbers(a.substring(i, iEnd), b.substring(j, jEnd))
                            : Character.compare(a.charAt(i), b.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(i + 1, iEnd);
            j = Math.max(j + 1, jEnd);
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        int longer = Integer.compare(x.length(), y.length());
        return longer != 0 ? longer : x.compareTo(y);
    }

    private static String withoutZeros(String digits) {
        int first = 0;
        while (first < digits.length() - 1 && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }
}
