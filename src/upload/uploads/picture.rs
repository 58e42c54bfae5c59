//! The picture of a file that is one, as long as the file is on this device.

use super::super::{item::Item, kinds};
use send_wrapper::SendWrapper;
use web_sys::{File, Url};

impl Item {
    /// Takes the file, with a picture of it where it is one.
    pub(super) fn hold(&mut self, file: File) {
        if kinds::is_picture(&self.told.media_type) {
            self.picture = Url::create_object_url_with_blob(&file).ok();
        }
        self.file = Some(SendWrapper::new(file));
    }

    /// The browser need not keep the picture.
    pub(super) fn forget_picture(&self) {
        if let Some(url) = self.picture.as_deref().filter(|url| url.starts_with("blob:")) {
            // It fails for what is no URL.
            let _ = Url::revoke_object_url(url);
        }
    }
}
