/** What imports contribute to the shell. */
package org.opora.registry.importing.contributions;
