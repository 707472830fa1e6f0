/** What long lists offer the house. */
package org.opora.registry.exports.contributions;
