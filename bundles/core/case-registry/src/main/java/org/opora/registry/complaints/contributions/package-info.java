/** What complaints contribute to the shell. */
package org.opora.registry.complaints.contributions;
