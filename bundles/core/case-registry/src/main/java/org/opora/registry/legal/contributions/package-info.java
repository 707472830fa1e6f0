/** What the legal position of a child contributes to the shell. */
package org.opora.registry.legal.contributions;
