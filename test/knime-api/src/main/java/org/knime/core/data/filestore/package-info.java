/** Files that belong to cells and port objects. */
package org.knime.core.data.filestore;
