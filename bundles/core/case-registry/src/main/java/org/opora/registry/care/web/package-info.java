/** Pages and forms of visits. */
package org.opora.registry.care.web;
