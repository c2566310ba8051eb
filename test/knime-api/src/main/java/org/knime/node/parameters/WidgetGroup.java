package org.knime.node.parameters;

/** A class whose annotated fields appear in a dialog. */
public interface WidgetGroup {}
