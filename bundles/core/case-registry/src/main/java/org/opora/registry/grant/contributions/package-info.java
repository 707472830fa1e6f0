/** What the state contribution gives to the shell. */
package org.opora.registry.grant.contributions;
