/** What incidents contribute to the shell. */
package org.opora.registry.incidents.contributions;
