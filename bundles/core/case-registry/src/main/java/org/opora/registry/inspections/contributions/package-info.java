/** What inspections contribute to the shell. */
package org.opora.registry.inspections.contributions;
