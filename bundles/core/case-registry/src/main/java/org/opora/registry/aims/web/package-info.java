/** Pages and forms of agreed aims. */
package org.opora.registry.aims.web;
