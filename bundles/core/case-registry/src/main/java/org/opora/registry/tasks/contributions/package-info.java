/** What tasks contribute to the shell. */
package org.opora.registry.tasks.contributions;
