/**
 * The nodes of the saved workflows under the test resources, by the names under which they were
 * saved.
 */
package sample;
