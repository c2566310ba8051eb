package org.dlpixel.nodes.learner;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;

/** The sections of the dialog, in order. */
final class Sections {

    private Sections() {}

    @Section(title = "Columns")
    interface Column {}

    @Section(title = "Images")
    @After(Column.class)
    interface Image {}

    @Section(title = "Network")
    @After(Image.class)
    interface Network {}

    @Section(title = "Training")
    @After(Network.class)
    interface Training {}

    @Section(title = "Operations of the augmentation")
    @Effect(predicate = Choices.HasOperations.class, type = EffectType.SHOW)
    @After(Training.class)
    interface Operations {}

    @Section(title = "Validation and the unlabelled rest")
    @After(Operations.class)
    interface Course {}

    @Section(title = "Computation")
    @After(Course.class)
    interface Computation {}
}
