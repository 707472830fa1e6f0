/** What this room offers the house. */
package org.opora.registry.overrides.contributions;
