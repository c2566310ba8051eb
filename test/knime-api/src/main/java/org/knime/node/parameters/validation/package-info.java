/** Checks that a dialog makes while the user types. */
package org.knime.node.parameters.validation;
