/** Executes a workflow: configure then execute, in the order of the connections. */
package org.dlpixel.executor.run;
