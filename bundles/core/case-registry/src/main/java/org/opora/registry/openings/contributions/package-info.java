/** What openings for an inspection offer the house. */
package org.opora.registry.openings.contributions;
