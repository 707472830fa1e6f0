/** What staff contribute to the shell. */
package org.opora.registry.staff.contributions;
