package dev.fieldcert.slack.home;

import static dev.fieldcert.slack.blockkit.Blocks.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HomePublisherTest {

    private static List<LayoutBlock> blocks(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (LayoutBlock) text("line " + i))
                .toList();
    }

    @Test
    void aHomeThatSlackWouldRefuseEndsWithWhereTheRestIs() {
        assertThat(HomePublisher.fitting(blocks(100))).isEqualTo(blocks(100));

        List<LayoutBlock> shown = HomePublisher.fitting(blocks(150));
        assertThat(shown).hasSize(100).startsWith(blocks(99).toArray(LayoutBlock[]::new));
        assertThat(shown.get(99).toString()).contains("/cert help");
    }
}
