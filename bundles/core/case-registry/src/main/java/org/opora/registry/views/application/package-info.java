/** The use cases of what children say. */
package org.opora.registry.views.application;
