/** What plans contribute to the shell. */
package org.opora.registry.plans.contributions;
