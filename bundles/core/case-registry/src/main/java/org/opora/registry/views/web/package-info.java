/** Pages and forms of what children say. */
package org.opora.registry.views.web;
