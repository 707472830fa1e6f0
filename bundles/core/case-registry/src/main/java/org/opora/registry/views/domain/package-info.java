/** What children say, and who may read it. */
package org.opora.registry.views.domain;
