package org.dlpixel.descriptors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One block of the list: a line for the type, then one per member.
 *
 * <pre>
 * public final class a/B extends a/A implements a/I,a/J sig=...
 *   field public static final TYPE La/T; const=...
 *   method protected varargs name([I)V sig=... throws a/E,a/F
 * </pre>
 */
final class DescriptorBlock {
    private DescriptorBlock() {}

    static TypeFacts parse(List<String> lines) {
        Words words = new Words(lines.get(0));
        Set<Modifier> modifiers = words.modifiers();
        Kind kind = Kind.valueOf(words.next().toUpperCase(Locale.ROOT));
        String name = words.next();
        String superName = words.after("extends", kind.isInterface() ? "" : "java/lang/Object");
        String interfaces = words.after("implements", "");
        Map<String, MemberFacts> members = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            MemberFacts member = member(new Words(line.strip()));
            members.put(member.key(), member);
        }
        return new TypeFacts(
                name,
                kind,
                modifiers,
                Optional.of(superName).filter(s -> !s.isEmpty()),
                split(interfaces),
                words.signature(),
                members);
    }

    private static MemberFacts member(Words words) {
        boolean method = words.next().equals("method");
        Set<Modifier> modifiers = words.modifiers();
        String name = words.next();
        String descriptor = method ? name.substring(name.indexOf('(')) : words.next();
        return new MemberFacts(
                name,
                descriptor,
                modifiers,
                words.signature(),
                Set.copyOf(split(words.after("throws", ""))),
                false);
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : Arrays.asList(names.split(","));
    }

    /** The words of a line. */
    private static final class Words {
        private final List<String> words;
        private int next;

        Words(String line) {
            words = new ArrayList<>(Arrays.asList(line.split(" ")));
        }

        String next() {
            return words.get(next++);
        }

        Set<Modifier> modifiers() {
            Set<Modifier> result = EnumSet.noneOf(Modifier.class);
            while (Modifier.ofWord(words.get(next)) != null) {
                result.add(Modifier.ofWord(next()));
            }
            return result;
        }

        String after(String word, String otherwise) {
            int at = words.subList(next, words.size()).indexOf(word);
            return at < 0 ? otherwise : words.get(next + at + 1);
        }

        Optional<String> signature() {
            return words.stream()
                    .filter(word -> word.startsWith("sig="))
                    .map(word -> word.substring("sig=".length()))
                    .findFirst();
        }
    }
}
