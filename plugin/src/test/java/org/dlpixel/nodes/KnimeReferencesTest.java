package org.dlpixel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.dlpixel.descriptors.DescriptorList;
import org.dlpixel.descriptors.DescriptorReport;
import org.dlpixel.descriptors.ReferenceCheck;
import org.dlpixel.nodes.learner.UNetLearnerNodeFactory;
import org.junit.jupiter.api.Test;

class KnimeReferencesTest {

    @Test
    void everyReferenceToKnimeExistsInTheRealOne() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        UNetLearnerNodeFactory.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());

        DescriptorReport report = new ReferenceCheck(DescriptorList.knime()).check(classes);

        assertThat(report.problems()).isEmpty();
        assertThat(report.types()).isGreaterThan(60);
    }
}
