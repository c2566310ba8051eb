package org.dlpixel.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageOrderTest {

    private static final List<String> ORDERS = List.of("TZC", "TCZ", "ZTC", "ZCT", "CTZ", "CZT");

    @Property(tries = 200)
    void slicesOfATimePointFollowEachOtherWhereverItsPagesAre(
            @ForAll @IntRange(min = 0, max = 5) int order,
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll @IntRange(min = 1, max = 4) int depth,
            @ForAll @IntRange(min = 1, max = 3) int channels) {
        String axes = ORDERS.get(order);
        List<Integer> sizes =
                axes.chars().map(a -> extent(a, times, depth, channels)).boxed().toList();
        PageOrder pages = new PageOrder(axes, sizes);

        assertThat(pages.slices()).isEqualTo(times * depth);
        assertThat(pages.times()).isEqualTo(times);
        assertThat(pages.channels()).isEqualTo(channels);
        for (int t = 0; t < times; t++) {
            for (int z = 0; z < depth; z++) {
                for (int c = 0; c < channels; c++) {
                    int page = 0;
                    for (int a = 0; a < 3; a++) {
                        page = page * sizes.get(a) + extent(axes.charAt(a), t, z, c);
                    }
                    assertThat(pages.page(t * depth + z, c)).isEqualTo(page);
                }
            }
        }
    }

    private static int extent(int axis, int t, int z, int c) {
        return axis == 'T' ? t : axis == 'Z' ? z : c;
    }

    @Property(tries = 20)
    void axesWithoutANameCountSlices(@ForAll @IntRange(min = 1, max = 4) int extent) {
        PageOrder pages = PageOrder.unnamed(List.of(3, extent));
        assertThat(pages.times()).isEqualTo(1);
        assertThat(IntStream.range(0, 3 * extent).map(s -> pages.page(s, 0)))
                .containsExactlyElementsOf(IntStream.range(0, 3 * extent).boxed().toList());
    }
}
