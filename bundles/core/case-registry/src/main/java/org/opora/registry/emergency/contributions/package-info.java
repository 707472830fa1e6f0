/** What emergency access offers the house. */
package org.opora.registry.emergency.contributions;
