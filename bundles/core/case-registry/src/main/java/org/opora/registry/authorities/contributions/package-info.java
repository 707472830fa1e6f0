/** What authorities contribute to the shell. */
package org.opora.registry.authorities.contributions;
