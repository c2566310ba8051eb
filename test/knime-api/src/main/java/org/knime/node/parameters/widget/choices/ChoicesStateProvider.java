package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.updates.StateProvider;

/** Computes a list of choices. */
public interface ChoicesStateProvider<S> extends StateProvider<List<S>> {}
