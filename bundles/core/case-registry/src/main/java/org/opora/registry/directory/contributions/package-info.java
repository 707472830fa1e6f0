/** What the directory contributes to the shell. */
package org.opora.registry.directory.contributions;
