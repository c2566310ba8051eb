/** Files and addresses. */
package org.knime.core.util;
