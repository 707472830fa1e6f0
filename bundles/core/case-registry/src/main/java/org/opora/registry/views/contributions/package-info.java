/** What the views of children contribute to the house. */
package org.opora.registry.views.contributions;
