/** Rows of the wanted set. */
package org.opora.operations.modules.persistence;
