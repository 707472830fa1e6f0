/** What people contribute to the shell. */
package org.opora.registry.people.contributions;
