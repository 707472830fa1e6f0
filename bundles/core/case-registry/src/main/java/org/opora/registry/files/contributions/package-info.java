/** What files contribute to the shell. */
package org.opora.registry.files.contributions;
