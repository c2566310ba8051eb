/**
 * Restores parameter objects from stored settings and stores them again, by KNIME's rules: every
 * field that is neither static nor private is an entry whose key is the field's name without a
 * leading {@code m_}, in the order of declaration, fields of superclasses first.
 */
package org.dlpixel.executor.settings;
