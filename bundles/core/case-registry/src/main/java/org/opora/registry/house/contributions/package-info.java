/** What the house contributes to the shell. */
package org.opora.registry.house.contributions;
