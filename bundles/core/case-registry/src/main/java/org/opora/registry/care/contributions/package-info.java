/** What visits offer the house. */
package org.opora.registry.care.contributions;
