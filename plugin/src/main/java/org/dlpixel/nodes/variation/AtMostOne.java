package org.dlpixel.nodes.variation;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;

/** Of probabilities. */
final class AtMostOne extends MaxValidation {
    @Override
    protected double getMax() {
        return 1;
    }
}
