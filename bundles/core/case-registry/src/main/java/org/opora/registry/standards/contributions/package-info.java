/** What standards and internal rules contribute to the shell. */
package org.opora.registry.standards.contributions;
