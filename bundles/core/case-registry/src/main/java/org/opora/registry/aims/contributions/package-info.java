/** What agreed aims contribute to the shell. */
package org.opora.registry.aims.contributions;
